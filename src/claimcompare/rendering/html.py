"""A comparison → one page that opens from disk: nothing is fetched, and without JavaScript all of it is there."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcompare.records import KINDS, SEVERITIES
from claimcompare.rendering import phrases
from claimcompare.rendering.page import cluster_views, page_names
from claimcompare.rendering.page_reports import report_views
from claimcompare.rendering.page_tables import COLUMNS, table_views
from claimcompare.rendering.safe import one_line, visible

if TYPE_CHECKING:
    from claimcompare.records import Comparison

_LINE_END = re.compile(r"\r\n|\r")  # a page has one kind of line end, and readers of HTML know no other
DIGEST = 12  # claims with a conflict that are listed at the top; the others are folded
SHADES = 10  # steps of the overlap's shading; styles in attributes would need a laxer policy


def as_page(comparison: Comparison, whole: Comparison | None = None) -> str:
    """The whole page: overview, clusters, what only one report says, and every report in full.

    ``whole`` is what ``comparison`` was narrowed from; what is shared and what stands alone is counted in that.
    """
    whole = whole or comparison
    names = page_names(comparison)
    clusters = cluster_views(comparison, names)
    style, script = _resource("page.css"), _resource("page.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            policy=f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'",
            style=Markup(style),  # noqa: S704 - a file of this package
            script=Markup(script),  # noqa: S704 - the same
            comparison=comparison,
            found=phrases.found_words(whole),
            clusters=clusters,
            reports=report_views(whole, clusters, names),
            tables=table_views(whole, clusters, names),
            labels=names.labels,
            conflicting=[cluster for cluster in clusters if cluster.conflicts],
            digest=DIGEST,
            is_whole=whole is comparison,
            is_corpus=len(whole.reports) > COLUMNS,
            title=_title(whole),
            nothing=phrases.none_words(whole),
            alone_words=phrases.alone_words(whole),
            shared=phrases.shared_words(comparison, whole),
            counts=Counter(
                part for cluster in clusters for part in (*cluster.severities.split(), *cluster.kinds.split())
            ),
            origins=[origin for origin in comparison.origins if len(origin.reports) > 1],
            numbers=names.numbers,
            kinds=[kind for kind in KINDS if any(kind in cluster.kinds.split() for cluster in clusters)],
            severities=SEVERITIES,
            kind_words=phrases.KIND_WORDS,
            severity_words=phrases.SEVERITY_WORDS,
        )
    )


def _title(comparison: Comparison) -> str:
    """What tells the page apart among others: the title of the report that shares most, where all are of one story."""
    titled = [report for report in comparison.reports if report.title]
    if not titled or len(comparison.reports) > COLUMNS:
        return ""
    shared = Counter(report for cluster in comparison.clusters for report in cluster.reports)
    return one_line(max(titled, key=lambda report: shared[report.id]).title or "")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimcompare.rendering"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    environment.filters.update(percent=phrases.percent, counted=phrases.counted, shade=_shade)
    return environment


def _shown(value: Any) -> Any:
    """What is written of a value: of words from outside, only what can be seen."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return visible(_LINE_END.sub("\n", value), lines=True)


def _shade(share: float) -> int:
    """0..1 as a step of the shading, 0 only for nothing."""
    return min(SHADES, -(-int(share * 1000) * SHADES // 1000))


@cache
def _resource(name: str) -> str:
    return files("claimcompare.rendering").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
