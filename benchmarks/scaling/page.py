"""Results → the tables and the picture of docs/performance.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

MEGABYTE, GIGABYTE = 1e6, 1e9
TEN_SECONDS, TEN_MINUTES = 10, 600


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def memory(size: float) -> str:
    """Bytes in words."""
    if size >= GIGABYTE:
        return f"{size / GIGABYTE:.2f} GB"
    return f"{size / MEGABYTE:.0f} MB" if size >= 10 * MEGABYTE else f"{size / MEGABYTE:.1f} MB"


def duration(seconds: float) -> str:
    """Seconds with as many digits as are worth reading."""
    if seconds >= TEN_MINUTES:
        return f"{seconds / 60:.1f} min"
    return f"{seconds:.2f} s" if seconds < TEN_SECONDS else f"{seconds:,.0f} s"


def machine_line(found: Mapping[str, Any]) -> str:
    """The machine in a sentence."""
    return (
        f"Measured on {found['date']} with {found['cores']} cores and {found['memory'] / GIGABYTE:.0f} GB of memory, "
        f"{found['system']}, Python {found['python']}, claimcompare {found['version']}."
    )


def start_table(found: Mapping[str, float]) -> str:
    """How long a user waits for five reports."""
    unit = next(seconds for name, seconds in found.items() if "punkt" in name)
    rows = [
        (f"`{name}`" if " " in name else name, f"{1000 * s:.0f} ms", f"{s / unit:.2f}") for name, s in found.items()
    ]
    return table(["what", "median", "× importing Punkt"], rows)


def corpus_table(found: Mapping[str, Any]) -> str:
    """The corpus beside the floor."""
    floor, encoding = found["floor"], found["encoding"]
    rows = [(f"floor: {step}", duration(floor[step])) for step in ("punkt", "stems and weights", "sparse product")]
    rows += [
        ("the floor together", f"{duration(floor['seconds'])}, {memory(found['floor_peak'])}"),
        ("**claimcompare**, whole process", f"**{duration(found['seconds'])}**, {memory(found['peak'])}"),
        ("times the floor", f"**{found['ratio']:.2f}**"),
        ("clusters", f"{found['clusters']:,}, in {memory(found['written'])} of JSON Lines"),
    ]
    rows.append(("all-MiniLM-L6-v2, encoding alone", _encoding(encoding, floor["sentences"], found["seconds"])))
    head = f"{found['name']}: {floor['reports']:,} reports, {floor['sentences']:,} sentences"
    return table([head, f"time and peak memory ({found['measure']})"], rows)


def _encoding(encoding: Mapping[str, Any], sentences: int, seconds: float) -> str:
    if "rate" not in encoding:
        return f"not measured: {encoding['skipped']}"
    whole = sentences / encoding["rate"]
    speed = f"{encoding['rate']:.0f} sentences a second ({encoding['measured']:,} measured)"
    return f"{speed}, so {duration(whole)}: {whole / seconds:.0f} times as long as claimcompare"


def growth_table(found: Mapping[str, Any]) -> str:
    """Time and memory by size, and the exponent."""
    rows = [
        (
            f"{row['sentences']:,}",
            f"{row['reports']:,}",
            duration(row["seconds"]),
            f"{1e6 * row['seconds'] / row['sentences']:.0f} µs",
            memory(row["peak"]),
            memory(row["written"]),
        )
        for row in found["rows"]
    ]
    head = ["sentences", "reports", "time", "a sentence", f"peak memory ({found['rows'][0]['measure']})", "written"]
    slope = found["exponent"]
    said = (
        f"Fitted exponent from 10,000 sentences on: **{slope:.2f}**." if slope else "Too few sizes to fit an exponent."
    )
    return f"{table(head, rows)}\n\n{said}"


def stages_table(found: Mapping[str, Any]) -> str:
    """Seconds of each stage by size, the longest first."""
    rows = [row for row in found["rows"] if row["stages"]]
    if not rows:
        return "Not measured."
    last = rows[-1]["stages"]
    order = sorted({stage for row in rows for stage in row["stages"]}, key=lambda stage: -last.get(stage, 0.0))
    lines = [(stage, *(_seconds(row["stages"], stage) for row in rows)) for stage in order]
    total = ("together", *(f"{sum(row['stages'].values()):.1f}" for row in rows))
    return table(["seconds, in one process", *(f"{row['sentences']:,}" for row in rows)], [*lines, total])


def _seconds(stages: Mapping[str, float], stage: str) -> str:
    seconds = stages.get(stage, 0.0)
    return f"{seconds:.1f} ({seconds / sum(stages.values()):.0%})"


def peers_table(found: Mapping[str, Any]) -> str:
    """Time, memory, recall and precision of each."""
    lines = []
    for name, row in found["rows"].items():
        if "skipped" in row:
            lines.append((name, f"not run: {row['skipped']}", "", "", "", ""))
            continue
        at = "default" if row["threshold"] is None else f"{row['threshold']:.2f}"
        shares = (f"{row['recall']:.3f}", f"{row['precision']:.3f}")
        f1 = 2 * row["recall"] * row["precision"] / max(1e-9, row["recall"] + row["precision"])
        lines.append((name, f"{duration(row['seconds'])}, {memory(row['peak'])}", at, *shares, f"{f1:.3f}"))
    said = f"{found['sentences']:,} sentences, {found['planted']:,} planted pairs."
    return f"{said}\n\n{table(['', 'time and memory', 'threshold', 'recall', 'precision', 'F1'], lines)}"


def planted_table(found: Mapping[str, Any]) -> str:
    """The story alone and among all others."""
    rows = [
        ("pairs of the story alone", f"{found['alone']}"),
        ("of these among all reports", f"{found['kept']} (**{found['share']:.0%}**)"),
        ("pairs that it has only there", f"{found['inside'] - found['kept']}"),
    ]
    return table([f"{found['reports']} reports on one story in {found['name']}", ""], rows)


TABLES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "machine": ("machine", machine_line),
    "start": ("start", start_table),
    "corpus": ("corpus", corpus_table),
    "growth": ("growth", growth_table),
    "stages": ("growth", stages_table),
    "peers": ("peers", peers_table),
    "planted": ("planted", planted_table),
}


def tables(results: Mapping[str, Any]) -> dict[str, str]:
    """The tables of the parts that were measured, by their markers."""
    return {marker: shown(results[part]) for marker, (part, shown) in TABLES.items() if part in results}


def write(page: Path, filled: Mapping[str, str]) -> None:
    """Puts each table between its marker and the next end marker."""
    text = page.read_text(encoding="utf-8")
    for name, shown in filled.items():
        before, marker, rest = text.partition(f"<!-- {name} -->\n")
        if not marker:
            raise ValueError(f"{page} has no place for {name}")
        _, end, after = rest.partition("<!-- end -->")
        text = f"{before}{marker}{shown}\n{end}{after}"
    page.write_text(text, encoding="utf-8")
