"""How well differences are told: on annotated stories, Wikipedia revisions, typed paraphrases, attributions.

    python benchmarks/differences.py [../shared/data]

Parts whose data is not there are left out. Clusters of a story are the annotators' own, so that the figures
say nothing of matching; a difference counts as found when its kind is right and its words meet two of the readings. The
stories beside the project, the project's own and those of them that are held out are told apart.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from annotated import Annotated, annotated_stories, content

from claimcompare import Settings
from claimcompare.alignment import align
from claimcompare.differences import differences_of
from claimcompare.features import features_of
from claimcompare.records import Claim, Difference, Features, Link, Report, Span
from claimcompare.sentences import split_sentences

Shown = tuple[Difference, list[tuple[str, str]]]
_SAMPLE = 1000
LIMIT = Settings().max_differences


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def version(number: int, text: str) -> Features:
    """A bare text as the one claim of its report."""
    whole = Span(0, len(text))
    claim = Claim(id=f"c{number}", report=f"r{number}", span=whole, text=text, sentence=whole)
    return features_of(Report(id=claim.report, text=text), (claim,))[0]


def pair_differences(left: str, right: str, limit: int | None = LIMIT) -> tuple[Difference, ...]:
    """The differences of two bare texts."""
    versions = [version(1, left), version(2, right)]
    return differences_of(versions, {(0, 1): align(*versions)}, [None, None], limit)


# ---------------------------------------------------------------- stories


def meets(reading: dict[str, Any], mentions: Sequence[tuple[str, str]]) -> bool:
    """Whether a mention names the words of a reading, without much else."""
    words = content(reading["text"])
    return any(
        claim in reading["ids"] and (not words or (words & content(text) and len(content(text)) <= 3 * len(words) + 3))
        for text, claim in mentions
    )


def same(noted: dict[str, Any], shown: Shown) -> bool:
    """Whether a difference is the one that was noted."""
    return noted["kind"] == shown[0].kind and sum(meets(one, shown[1]) for one in noted["readings"]) > 1


Links = dict[tuple[int, int], tuple[Link, ...]]


def gold_clusters(one: Annotated) -> Iterator[tuple[list[Features], Links]]:
    """The versions of each core claim of the first reading, with their alignments."""
    known: dict[str, Features] = {}
    for report in one.story["reports"]:
        own = [sentence for sentence in one.gold["sentences"] if sentence["report"] == report["id"]]
        spans = [(sentence["id"], Span(sentence["start"], sentence["end"])) for sentence in own]
        claims = [
            Claim(id=name, report=report["id"], span=span, text=span.of(report["text"]), sentence=span)
            for name, span in spans
        ]
        known |= {found.claim.id: found for found in features_of(Report(id=report["id"], text=report["text"]), claims)}
    for cluster in one.gold["clusters"][0]:
        versions = [found for name, found in known.items() if name in cluster["members"]]
        if cluster["strength"] == "core" and len({version.claim.report for version in versions}) > 1:
            yield versions, links_between(versions)


def links_between(versions: Sequence[Features]) -> Links:
    """The alignments of each two versions of different reports."""
    return {
        (i, j): align(versions[i], versions[j])
        for i, j in combinations(range(len(versions)), 2)
        if versions[i].claim.report != versions[j].claim.report
    }


def shown(difference: Difference, versions: Sequence[Features]) -> Shown:
    """A difference with the words of each mention, and the name of its sentence."""
    claims = {version.claim.id: version.claim for version in versions}
    mentions = [mention for reading in difference.readings for mention in reading.mentions]
    return difference, [(_mentioned(claims[one.claim], one.span), one.claim) for one in mentions]


def _mentioned(claim: Claim, span: Span) -> str:
    return claim.text[span.start - claim.span.start : span.end - claim.span.start]


def figures(stories: Iterable[Annotated]) -> Iterator[str]:
    """Recall, precision and conflicts on annotated stories, on the annotators' own clusters."""
    found, wanted, right, told = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    sharp = sharp_wanted = conflicts = spurious = pairs = 0
    seconds = 0.0
    for story in stories:
        here: list[Shown] = []
        for versions, links in gold_clusters(story):
            start = time.process_time()
            differences = differences_of(versions, links, [None] * len(versions), LIMIT)
            seconds, pairs = seconds + time.process_time() - start, pairs + len(links)
            here += (shown(one, versions) for one in differences)
        for gold in story.gold["differences"]:
            hits = [one for one in here if same(gold, one)]
            wanted[gold["kind"]] += 1
            found[gold["kind"]] += bool(hits)
            if gold["severity"] == "conflict":
                sharp_wanted += 1
                sharp += any(difference.severity == "conflict" for difference, _ in hits)
        for one in here:
            noted = [other for other in story.gold["noted"] if same(other, one)]
            told[one[0].kind] += one[0].kind != "wording"
            right[one[0].kind] += bool(noted) and one[0].kind != "wording"
            if one[0].severity == "conflict":
                conflicts += 1
                spurious += not any(other["severity"] != "style" for other in noted)
    yield f"recall {found.total() / wanted.total():.3f}  precision {right.total() / told.total():.3f}"
    yield "recall by kind: " + ", ".join(f"{kind} {found[kind]}/{wanted[kind]}" for kind in sorted(wanted))
    yield "precision by kind: " + ", ".join(f"{kind} {right[kind]}/{told[kind]}" for kind in sorted(told) if told[kind])
    yield f"conflicts: {sharp} of {sharp_wanted} found, {spurious} of {conflicts} told that nobody noted"
    yield f"{1000 * seconds / pairs:.2f} ms a pair"


def stories(folder: Path) -> Iterator[str]:
    """The figures of the stories beside the project, of its own, and of those of them that are held out."""
    every = list(annotated_stories(folder.parent))
    yield from (f"eight stories: {line}" for line in figures(one for one in every if not one.own))
    yield from (f"own, read: {line}" for line in figures(one for one in every if one.own and not one.held_out))
    yield from (f"own, held out: {line}" for line in figures(one for one in every if one.held_out))


# ---------------------------------------------------------------- pairs


def revisions(path: Path) -> Iterator[str]:
    """How often a conflict is told of revisions that contradict, and of those that add detail."""
    for relation in ("contradict", "detail"):
        sample = [row for row in rows(path) if row["relation"] == relation][:_SAMPLE]
        flagged = sum(
            any(one.severity == "conflict" for one in pair_differences(row["s1"], row["s2"])) for row in sample
        )
        yield f"{relation}: a conflict in {flagged / len(sample):.3f} of {len(sample)}"


def paraphrases(path: Path) -> Iterator[str]:
    """How many of the meaning-changing named-entity spans with digits a number or date difference covers."""
    covered = total = 0
    for row in rows(path):
        spans = [
            (one["s1_text"], one["s2_text"])
            for one in row["types"]
            if one["type"] == "Same Polarity Substitution (named ent.)"
            and one["sense_preserving"] == "no"
            and re.search(r"\d", one["s1_text"] + one["s2_text"])
        ]
        if not spans:
            continue
        told = [one for one in pair_differences(row["s1"], row["s2"], None) if one.kind in ("number", "date")]
        sides = [[_words(one, claim, row[side]) for one in told] for claim, side in (("c1", "s1"), ("c2", "s2"))]
        for left, right in spans:
            total += 1
            covered += any(_digits(left, here) and _digits(right, there) for here, there in zip(*sides, strict=True))
    yield f"{covered / total:.3f} of {total} spans covered"


def _words(difference: Difference, claim: str, text: str) -> str:
    mentions = (one for reading in difference.readings for one in reading.mentions)
    return " ".join(one.span.of(text) for one in mentions if one.claim == claim)


def _digits(span: str, words: str) -> bool:
    """Whether the words have a number of the span, or of a span without digits any word."""
    numbers = set(re.findall(r"\d+", span))
    return bool(numbers & set(re.findall(r"\d+", words))) if numbers else bool(content(span) & content(words))


# ---------------------------------------------------------------- attributions


def attributions(path: Path) -> Iterator[str]:
    """Precision and recall of cues and sources against PolNeAR, whose cues are also attitudes and acts."""
    cues, sources = [0, 0, 0], [0, 0]
    for row in rows(path)[::3]:  # the others served to choose the verbs
        text = row["text"]
        claims = [
            Claim(id=f"c{at}", report="r", span=span, text=span.of(text), sentence=span)
            for at, span in enumerate(split_sentences(text))
        ]
        found = [one for version in features_of(Report(id="r", text=text), claims) for one in version.attributions]
        gold = [(_spans(one, "cue"), _spans(one, "source")) for one in row["attributions"] if one.get("cue")]
        for one in found:
            named = [source for cue, source in gold if _meet(one.cue, cue)]
            cues[0 if named else 1] += 1
            if named and len(one.source):
                sources[0 if any(_meet(one.source, source) for source in named) else 1] += 1
        cues[2] += sum(any(_meet(one.cue, cue) for one in found) for cue, _ in gold) - len(gold)
        cues.append(len(gold))
    precision, recall = cues[0] / (cues[0] + cues[1]), 1 + cues[2] / sum(cues[3:])
    yield f"cues: precision {precision:.3f}, recall {recall:.3f}; sources: right in {sources[0] / sum(sources):.3f}"


def _spans(one: dict[str, Any], part: str) -> list[tuple[int, int]]:
    return [(start, end) for piece in one.get(part) or [] for start, end in piece["spans"]]


def _meet(span: Span, others: Sequence[tuple[int, int]]) -> bool:
    return any(min(span.end, end) > max(span.start, start) for start, end in others)


PARTS = {
    "stories": stories,
    "differences/wikipedia_revisions.jsonl": revisions,
    "differences/etpc_train.jsonl": paraphrases,
    "differences/attributions.jsonl": attributions,
}


def main() -> None:
    """Print the figures of every part whose data is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path(__file__).parents[2] / "shared" / "data")
    folder = parser.parse_args().data
    for name, measure in PARTS.items():
        if not (folder / name).exists():
            print(f"{name}: not here")
            continue
        for line in measure(folder / name):
            print(f"{name}: {line}")


if __name__ == "__main__":
    main()
