"""The picture of growth: time and memory over the number of sentences, on logarithmic axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

STAGES_SHOWN = 6


def draw(found: Mapping[str, Any], target: Path) -> None:
    """Draws the growth that was measured; the same bytes for the same figures."""
    import matplotlib as mpl  # noqa: PLC0415 - only who writes the page needs it

    mpl.use("Agg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "growth", "font.size": 9, "axes.spines.top": False})
    mpl.rcParams.update({"axes.spines.right": False})
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after the backend is chosen
    from matplotlib import ticker  # noqa: PLC0415

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.8), layout="constrained")
    rows = found["rows"]
    sizes = [row["sentences"] for row in rows]
    _lines(left, rows, sizes)
    slope = found["exponent"]
    left.set_title("seconds" + (f" (grows by the power {slope:.2f})" if slope else ""), loc="left")
    right.loglog(sizes, [row["peak"] / 1e6 for row in rows], "o-", color="#9a3412")
    right.set_title("peak memory, MB", loc="left")
    for axes in (left, right):
        axes.set_xlabel("sentences")
        axes.yaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
        axes.yaxis.set_minor_formatter(ticker.NullFormatter())
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_formatter(ticker.FuncFormatter(lambda value, _: f"{value:,.10g}"))
        axes.grid(visible=True, which="major", color="#e5e5e5", linewidth=0.6)
    figure.savefig(target, metadata={"Date": None})
    plt.close(figure)


def _lines(axes: Any, rows: Sequence[Mapping[str, Any]], sizes: Sequence[int]) -> None:
    """The whole command, and the stages that weigh most."""
    axes.loglog(sizes, [row["seconds"] for row in rows], "o-", color="black", linewidth=2, label="whole command")
    timed = [row for row in rows if row["stages"]]
    if timed:
        last = timed[-1]["stages"]
        for stage in sorted(last, key=lambda stage: -last[stage])[:STAGES_SHOWN]:
            points = [(row["sentences"], row["stages"][stage]) for row in timed if row["stages"].get(stage, 0) > 0]
            axes.loglog(*zip(*points, strict=True), ".-", linewidth=1, label=f"{stage}, one process")
    axes.legend(frameon=False, fontsize=7)
