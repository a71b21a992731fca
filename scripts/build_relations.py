"""Builds the tables of related words: ``relations.tsv``, ``relations_forms.tsv`` and ``relations_phrases.tsv``.

    python scripts/build_relations.py --wordnet DIR --model DIR --words FILE... [--out DIR]

It takes WordNet 3.0's database files (``data.*``, ``index.*``, ``*.exc``, ``cntlist.rev``; Debian's ``wordnet-base``
has them), a sentence-transformers model folder (all-MiniLM-L6-v2, Apache-2.0; the vocabulary is its own), and JSON
Lines of sentence pairs with gold word alignments (``t1``, ``t2``, ``align``), of which only counts are kept. Besides
the package it needs numpy, scikit-learn and sentence-transformers.

Irregular forms come first (said is a form of say); all else is of bases. Each pair of bases gets the probability that
the two words stand aligned where both are left over once identical words are taken away: a logistic model over the kind
of WordNet relation and the cosine of the two words' embeddings, moved by how often the very pair was seen (a beta
posterior). What chance does, the model sees from sentences of different pairs.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from claimcompare import lexicons
from claimcompare.features.tokens import tokens_of
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

SELDOM_OPPOSED = Path(__file__).parent / "seldom_opposed.tsv"
SERIES = Path(__file__).parent / "members_of_series.txt"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
SENSES = 4  # of each word: the commonest; rarer ones relate words that never stand for each other in the news
SHORTEST = 3  # letters
LEAST = 2  # how often WordNet's own texts have a lemma, for it to be a common one
NEIGHBOURS = 25
MIN_COSINE = 0.40
PRIOR = 5.0  # how many sightings the model's probability is worth
OFTEN = 4.0  # sightings of one pair that count for the model
SHIFT = 0.5
KEPT = {"synonym": 0.16, "derivation": 0.12, "hypernym": 0.24, "sibling": 0.24, "similar": 0.2}
STRANGERS = (17, 101, 211)  # which other sentences of the file a sentence is held against, to see what chance does
KINDS = ("synonym", "derivation", "hypernym", "sibling", "similar")
LETTERS = {"synonym": "s", "derivation": "d", "hypernym": "h", "sibling": "b", "similar": "l"}
WIDE = 60  # a hypernym with more hyponyms than this says little of each ("person", "act")


class WordNet:
    """Synsets, pointers and counts of WordNet's database files."""

    def __init__(self, folder: Path) -> None:
        self.members: dict[str, list[str]] = {}
        self.pointers: dict[str, list[tuple[str, str, int, int]]] = {}
        self.senses: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.irregular: list[tuple[str, str]] = []
        for part in ("noun", "verb", "adj", "adv"):
            self._read_data(folder / f"data.{part}")
            self._read_index(folder / f"index.{part}", part)
            for line in (folder / f"{part}.exc").read_text().splitlines():
                form, *bases = line.split()
                self.irregular += [(form, base) for base in bases]
        self.counts = self._read_counts(folder / "cntlist.rev")

    def _read_data(self, path: Path) -> None:
        part = path.suffix[1:]
        for line in path.read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            size = int(cells[3], 16)
            synset = f"{part}{cells[0]}"
            self.members[synset] = [word.split("(")[0] for word in cells[4 : 4 + 2 * size : 2]]
            at = 5 + 2 * size
            end = at + 4 * int(cells[at - 1])
            self.pointers[synset] = [
                (sign, f"{PARTS[pos]}{offset}", int(ends[:2], 16), int(ends[-2:], 16))
                for sign, offset, pos, ends in zip(*(cells[at + k : end : 4] for k in range(4)), strict=True)
                if pos in PARTS
            ]

    def _read_index(self, path: Path, part: str) -> None:
        for line in path.read_text().splitlines():
            if not line.startswith(" "):
                cells = line.split()
                self.senses[cells[0], part] = [f"{part}{offset}" for offset in cells[-int(cells[2]) :]]

    @staticmethod
    def _read_counts(path: Path) -> Counter[str]:
        counts: Counter[str] = Counter()
        for line in path.read_text().splitlines():
            key, _, count = line.split()
            counts[key.split("%")[0]] += int(count)
        return counts

    def rank(self, word: str, synset: str) -> int:
        """The place of ``synset`` among the senses of ``word``, commonest first."""
        part = next(p for p in ("noun", "verb", "adj", "adv") if synset.startswith(p))
        senses = self.senses.get((word.lower(), part), [])
        return senses.index(synset) if synset in senses else 99


class Base:
    """The stem of a word, or of the word that it is an irregular form of."""

    def __init__(self, forms: dict[str, str]) -> None:
        self.forms = forms

    def __call__(self, word: str) -> str:
        """The base of one word."""
        return self.forms.get(stem(word), stem(word))

    @cache  # noqa: B019 - one object for the whole run
    def all(self, word: str) -> tuple[str, ...]:
        """The same for a word of a tokenised text, which may be several tokens."""
        return tuple(self.forms.get(token.stem, token.stem) for token in tokens_of(word))


def single(word: str) -> bool:
    """Whether it is one word of plain letters."""
    return word.isalpha() and word.isascii()


def inflections(net: WordNet) -> dict[str, str]:
    """Irregular forms and their bases, as stems; where a commoner word has the stem (leaves: leave, not leaf), none."""
    counts: Counter[str] = Counter()
    for word, count in net.counts.items():
        counts[stem(word)] += count
    pairs = [(stem(form), stem(base)) for form, base in net.irregular if single(form) and single(base)]
    pairs += [(stem(form), stem(base)) for form, base in lexicons.table("relations_contracted")]
    likely = [(form, base) for form, base in pairs if form != base and counts[form] <= counts[base] + 1]
    return dict(sorted(likely, key=lambda pair: counts[pair[1]]))


def wordnet_pairs(net: WordNet, base: Base) -> dict[tuple[str, str], tuple[str, float]]:
    """Pair of bases -> kind and how common the senses are (1 for the first sense of both words)."""
    pairs: dict[tuple[str, str], tuple[str, float]] = {}

    def put(a: str, b: str, kind: str, strength: float) -> None:
        if not (single(a) and single(b)) or base(a) == base(b):
            return
        key = min(base(a), base(b)), max(base(a), base(b))
        old = pairs.get(key)
        if old is None or (KINDS.index(kind), -strength) < (KINDS.index(old[0]), -old[1]):
            pairs[key] = kind, strength

    for synset, members in net.members.items():
        ranked = [(word, net.rank(word, synset)) for word in members]
        ranked = [(word, rank) for word, rank in ranked if rank < SENSES and single(word)]
        for (a, i), (b, j) in combinations(ranked, 2):
            put(a, b, "synonym", 1.0 / (1 + i + j))
        for sign, other, source, target in net.pointers[synset]:
            if source and sign in {"+", "\\"}:
                a, b = members[source - 1], net.members[other][target - 1]
                i, j = net.rank(a, synset), net.rank(b, other)
                if min(i, j) < SENSES:
                    put(a, b, "derivation", 1.0 / (1 + min(i, 9) + min(j, 9)))
            elif sign in {"@", "&", "^", "*"}:
                kind = "hypernym" if sign in {"@", "*"} else "sibling"
                wide = len(net.pointers[other]) > WIDE
                for (a, i), b in product(ranked, net.members[other]):
                    j = net.rank(b, other)
                    if j < SENSES and not wide:
                        put(a, b, kind, 1.0 / (1 + i + j))
    return pairs


def opposites(net: WordNet, base: Base) -> set[tuple[str, str]]:
    """Pairs of bases that WordNet calls antonyms, and the same of what both derive."""
    direct: set[tuple[str, str]] = set()
    derived: dict[str, set[str]] = defaultdict(set)
    for synset, members in net.members.items():
        for sign, other, source, target in net.pointers[synset]:
            if not source:
                continue
            a, b = members[source - 1], net.members[other][target - 1]
            if not (single(a) and single(b)) or max(net.rank(a, synset), net.rank(b, other)) >= SENSES:
                continue
            if sign == "!":
                direct |= {(base(a), base(b)), (base(b), base(a))}
            elif sign == "+":
                derived[base(a)].add(base(b))
    # increase / decrease are antonyms as verbs: so are acceptance / rejection, each by its own verb
    more = {
        (c, d)
        for a, b in direct
        for c, d in product(derived[a] | {a}, derived[b] | {b})
        if c[-3:] == d[-3:] or (c, d) == (a, b)
    }
    return {(a, b) for a, b in direct | more if a < b}


def seldom_opposed() -> set[tuple[str, str]]:
    """Antonyms that seldom contradict each other in the news."""
    lines = SELDOM_OPPOSED.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(one, other) for one, other in pairs}


def phrases(net: WordNet, base: Base, common: set[str]) -> dict[str, set[str]]:
    """Phrases of two words, as bases, with the bases of the words that say the same or, of verbs, the more general."""
    found: dict[str, set[str]] = defaultdict(set)
    for synset, members in net.members.items():
        pairs = [word.lower().split("_") for word in members if word.count("_") == 1]
        pairs = [two for two in pairs if all(map(single, two)) and net.rank("_".join(two), synset) < SENSES]
        if not pairs:
            continue
        above = [o for sign, o, _, _ in net.pointers[synset] if sign == "@" and synset.startswith("verb")]
        above = [o for o in above if len(net.pointers[o]) <= WIDE]
        same = {base(w) for s in (synset, *above) for w in net.members[s] if single(w) and net.rank(w, s) < 2 * SENSES}
        for two in pairs:
            first, second = map(base, two)
            found[f"{first} {second}"] |= {b for b in same if b in common and b not in (first, second)}
    return {phrase: bases for phrase, bases in found.items() if bases}


def vocabulary(net: WordNet, model: Path) -> list[str]:
    """Words that stand for things and acts, in lower case: those of the model and WordNet's counted lemmas."""
    listed = (model / "vocab.txt").read_text(encoding="utf-8").split("\n")
    common = {word for word in listed if single(word) and len(word) >= SHORTEST}
    lemmas = {word for word, count in net.counts.items() if single(word) and count >= LEAST and len(word) >= SHORTEST}
    names = {m for ms in net.members.values() for m in ms if m[:1].isupper()}
    lower = {m for ms in net.members.values() for m in ms if m.islower()}
    of_lower = {stem(m) for m in lower if single(m)}
    lines = SERIES.read_text(encoding="utf-8").splitlines()
    shut_out = {line for line in lines if not line.startswith("#")}
    proper = {n.lower() for n in names} - lower
    chosen = (w for w in common | lemmas if stem(w) in of_lower and w not in proper and w not in shut_out)
    return sorted(chosen)


def embeddings(words: list[str], model: Path, base: Base) -> tuple[list[str], np.ndarray]:
    """Bases and their unit vectors: the mean of their words', less what all words have in common."""
    # it takes long to import, and a kept result does without
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    vectors = SentenceTransformer(str(model), device="cpu").encode(words, batch_size=256, normalize_embeddings=True)
    vectors = vectors - vectors.mean(axis=0)
    sums: dict[str, np.ndarray] = {}
    for word, vector in zip(words, vectors, strict=True):
        sums[base(word)] = sums.get(base(word), 0) + vector
    stems = sorted(sums)
    matrix = np.array([sums[s] for s in stems])
    return stems, matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


class Space:
    """Stems and their unit vectors."""

    def __init__(self, stems: list[str], matrix: np.ndarray) -> None:
        self.stems, self.matrix = stems, matrix
        self.row = {s: i for i, s in enumerate(stems)}

    def cosine(self, a: str, b: str) -> float | None:
        """None where one of them is unknown."""
        if a not in self.row or b not in self.row:
            return None
        return float(self.matrix[self.row[a]] @ self.matrix[self.row[b]])

    def neighbours(self) -> set[tuple[str, str]]:
        """Each stem with the nearest of the others."""
        near = set()
        for start in range(0, len(self.stems), 1000):
            cosines = self.matrix[start : start + 1000] @ self.matrix.T
            for row, line in enumerate(cosines):
                for column in np.argpartition(-line, NEIGHBOURS + 1)[: NEIGHBOURS + 1]:
                    a, b = self.stems[start + row], self.stems[int(column)]
                    if a != b and line[column] >= MIN_COSINE:
                        near.add((min(a, b), max(a, b)))
        return near


class Sightings:
    """Pairs of stems in paraphrases, of words that are left over once identical stems are taken away.

    Attributes:
        aligned: how often the two stood aligned; a word of an n:m block counts less than one that stands for one word.
        together: how often both were there.
        apart: how often both were there in two sentences of different pairs.
    """

    def __init__(self, paths: list[Path], base: Base, skip: tuple[int, int] | None) -> None:
        self.base = base
        self.aligned: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.together: Counter[tuple[str, str]] = Counter()
        self.apart: Counter[tuple[str, str]] = Counter()
        for path in paths:
            lines = path.read_text(encoding="utf-8").splitlines()
            rows = [json.loads(x) for n, x in enumerate(lines) if not (skip and n % skip[1] == skip[0])]
            for number, row in enumerate(rows):
                self._see(row)
                for step in STRANGERS:
                    other = rows[(number + step) % len(rows)]
                    self.apart.update(key for _, _, key in self.left_over(row["t1"], other["t2"]))

    def _see(self, row: dict[str, Any]) -> None:
        gold = {(i, j) for i, j in row["align"]}
        many = Counter(i for i, _ in gold), Counter(j for _, j in gold)
        for i, j, key in self.left_over(row["t1"], row["t2"]):
            self.together[key] += 1
            if (i, j) in gold:
                self.aligned[key] += 1 / max(many[0][i], many[1][j])

    def left_over(self, left: list[str], right: list[str]) -> list[tuple[int, int, tuple[str, str]]]:
        """Pairs of single-token words whose bases are not on both sides: their places and bases."""
        ours, theirs = ([self.base.all(word) for word in side] for side in (left, right))
        common = {s for ss in ours for s in ss} & {s for ss in theirs for s in ss}
        return [
            (i, j, (min(a[0], b[0]), max(a[0], b[0])))
            for (i, a), (j, b) in product(enumerate(ours), enumerate(theirs))
            if len(a) == len(b) == 1 and not common & {a[0], b[0]}
        ]


def described(pair: tuple[str, float] | None, cosine: float | None) -> list[float]:
    """What the model of similarity looks at."""
    kind, strength = pair or ("", 0.0)
    of_kind = [x for k in KINDS[:-1] for x in (float(k == kind), strength * (k == kind))]
    close = max(0.0, (cosine or 0.0) - 0.2)
    return [*of_kind, float(cosine is None), close, close * close, float(bool(pair)) * close]


class Likelihood:
    """How likely two stems are to stand aligned where both are left over."""

    def __init__(
        self, known: dict[tuple[str, str], tuple[str, float]], space: Space, sightings: Sightings, little: set[str]
    ) -> None:
        self.known, self.space = known, space
        self.aligned, self.together = sightings.aligned, sightings.together
        seen = sorted(key for key in self.together.keys() | sightings.apart.keys() if not little & set(key))
        rows = self.rows(seen)
        hits = np.array([self.aligned[key] for key in seen])
        misses = np.array([max(0.0, self.together[key] - self.aligned[key]) + sightings.apart[key] for key in seen])
        # a few pairs of common words must not outweigh what holds of the many
        scale = OFTEN / np.maximum(OFTEN, hits + misses)
        hits, misses = hits * scale, misses * scale
        self.model = LogisticRegression(C=1.0, tol=1e-9, max_iter=5000).fit(
            np.vstack([rows, rows]), np.repeat([1, 0], len(seen)), sample_weight=np.concatenate([hits, misses])
        )
        print("weights", self.model.coef_.round(2).tolist(), self.model.intercept_.round(2).tolist())

    def rows(self, keys: list[tuple[str, str]]) -> np.ndarray:
        """What the model looks at, a row for each pair."""
        return np.array([described(self.known.get(key), self.space.cosine(*key)) for key in keys])

    def __call__(self, keys: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
        """The probability of each pair."""
        # The model learns from strangers as well, but its figure is for claims that may well be the same.
        prior = 1 / (1 + np.exp(-self.model.decision_function(self.rows(keys)) - SHIFT))
        return {
            key: float((PRIOR * p + self.aligned[key]) / (PRIOR + self.together[key]))
            for key, p in zip(keys, prior, strict=True)
        }


def build(args: argparse.Namespace) -> None:
    """Builds and writes the three tables."""
    net = WordNet(args.wordnet)
    base = Base(inflections(net))
    space = space_of(net, base, args)
    common = {base(word) for word, count in net.counts.items() if count >= LEAST} | set(space.stems)
    known = {key: pair for key, pair in wordnet_pairs(net, base).items() if common.issuperset(key)}
    against = {key for key in opposites(net, base) - seldom_opposed() if common.issuperset(key)}
    said = phrases(net, base, common)
    write(args.out / "relations_phrases.tsv", PHRASES, (f"{p}\t{' '.join(sorted(said[p]))}" for p in sorted(said)))
    sightings = Sightings(args.words, base, args.skip)
    often = {key for key, count in sightings.aligned.items() if count >= 1.0}
    little = {base(word) for word in lexicons.words("function_words")}
    likely = Likelihood(known, space, sightings, little)(sorted(known.keys() | space.neighbours() | often))
    lines: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for a, b in sorted(likely.keys() | against):
        value = likely.get((a, b), 0.0)
        kind = known[a, b][0] if (a, b) in known else "similar"
        if value < KEPT[kind] and (a, b) not in against:
            continue
        letter = "a" if (a, b) in against else LETTERS[kind]
        cell = f"{letter}{min(99, round(100 * value)):02d}"
        lines[a].append((-value, f"{b} {cell}"))
        lines[b].append((-value, f"{a} {cell}"))
    write(
        args.out / "relations.tsv", ABOUT, (f"{s}\t" + "\t".join(c for _, c in sorted(lines[s])) for s in sorted(lines))
    )
    write(args.out / "relations_forms.tsv", FORMS, (f"{form}\t{of}" for form, of in sorted(base.forms.items())))


def space_of(net: WordNet, base: Base, args: argparse.Namespace) -> Space:
    """The vectors of the vocabulary, kept in a file if wanted."""
    kept = args.out / "vectors.npz"
    if not (args.cache and kept.exists()):
        stems, matrix = embeddings(vocabulary(net, args.model), args.model, base)
        if not args.cache:
            return Space(stems, matrix)
        np.savez(kept, stems=np.array(stems), matrix=matrix)
    loaded = np.load(kept)
    return Space([str(s) for s in loaded["stems"]], loaded["matrix"])


ABOUT = """\
# Related words, as stems: each line a stem, then its relatives with the kind of relation and the similarity, 00 to 99
# hundredths. Kinds: s synonym, d derivation, h hypernym or hyponym, b sibling, l similar (learned), a antonym.
# Similarity: the probability that the two are aligned in a pair of sentences where both are left over once identical
# words are taken away.
# Every pair is in both lines. Irregular forms stand for their bases (relations_forms.tsv).
# Sources: WordNet 3.0 (relations; see WORDNET-LICENSE.txt); all-MiniLM-L6-v2, Apache-2.0 (cosines of single words);
# counts of aligned words in the training parts of MTRef and Edinburgh++.
# Rebuild: scripts/build_relations.py
"""
PHRASES = """\
# Phrases of two words and the words that say the same, all as stems of bases. Source: WordNet 3.0 (see
# WORDNET-LICENSE.txt). Rebuild: scripts/build_relations.py
"""
FORMS = """\
# Irregular forms and their bases, as stems. Sources: the exception lists of WordNet 3.0 (see WORDNET-LICENSE.txt), and
# relations_contracted.tsv. Rebuild: scripts/build_relations.py
"""


def write(path: Path, about: str, lines: Iterable[str]) -> None:
    """Writes one table."""
    path.write_text(about + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(path.name, path.stat().st_size, "bytes")


def main() -> None:
    """Reads the arguments and builds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--words", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=Path(lexicons.__file__).parent)
    parser.add_argument(
        "--skip", type=int, nargs=2, help="leave out lines with number %% SECOND == FIRST, to cross-validate"
    )
    parser.add_argument("--cache", action="store_true", help="keep the vectors beside the output for a second run")
    build(parser.parse_args())


if __name__ == "__main__":
    main()
