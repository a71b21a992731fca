"""List words for what somebody is, such as candidate and envoy → src/claimcompare/lexicons/person_nouns.txt.

    python scripts/person_nouns.py FOLDER

FOLDER holds WordNet 3.0's database files (``index.*``, ``data.noun``, ``cntlist.rev``): Debian's ``wordnet-base`` does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LEXICONS = Path(__file__).parents[1] / "src/claimcompare/lexicons"
TARGET = LEXICONS / "person_nouns.txt"
PERSON = "18"  # the number of noun.person among the lexicographers' files
HEAD = """\
# Words for what somebody is: candidate, envoy, lawyer. Those of WordNet 3.0 (see WORDNET-LICENSE.txt) whose commonest
# meaning is a person, by its counts of meanings in texts; of words without a count those that are nouns only and that
# common_words.txt has. scripts/person_nouns.py rebuilds it.
"""


def entries(path: Path) -> Iterator[list[str]]:
    """The fields of each entry of an index or data file; what stands above them begins with a blank."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line.split() for line in lines if not line.startswith(" "))


def counted(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """For each word, how often it was counted as a person, and how often as anything else."""
    persons, others = Counter[str](), Counter[str]()
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        word, _, sense = key.partition("%")
        (persons if sense.split(":")[1] == PERSON else others)[word] += int(count)
    return persons, others


def person_nouns(folder: Path) -> list[str]:
    """The words, in the order of the alphabet."""
    persons, others = counted(folder)
    common = {word for word in (LEXICONS / "common_words.txt").read_text(encoding="utf-8").split() if word.isalpha()}
    meanings = {fields[0] for fields in entries(folder / "data.noun") if fields[1] == PERSON}
    other_words = {fields[0] for kind in ("verb", "adj", "adv") for fields in entries(folder / f"index.{kind}")}
    found = {word for word, count in persons.items() if count > others[word]}
    for word, *fields in entries(folder / "index.noun"):
        first = fields[-int(fields[1])]
        if first in meanings and word in common - other_words and not persons[word] + others[word]:
            found.add(word)
    return sorted(word for word in found if word.isalpha())


def main() -> None:
    """Look the words up, and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    words = person_nouns(parser.parse_args().folder)
    TARGET.write_text(HEAD + "".join(f"{word}\n" for word in words), encoding="utf-8")
    print(f"{len(words)} words in {TARGET.name}")


if __name__ == "__main__":
    main()
