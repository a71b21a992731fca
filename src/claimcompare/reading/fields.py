"""Records of exports and feeds → reports: which field holds what."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from claimcompare import lexicons
from claimcompare.errors import ReadError
from claimcompare.records import Provenance, Report
from claimcompare.text.dates import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FIELDS = ("text", "title", "source", "date", "url", "id", "author", "place", "agency")
_ATTRIBUTE = {"date": "published"}


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in lexicons.table("record_fields")}


@frozen(kw_only=True)
class Record:
    """One record: its values by name, and its place, such as ``line 57``.

    Attributes:
        number: counts the records of the file from 1; for its id where it has none.
    """

    values: Mapping[str, Any]
    where: str
    number: int


def names_for(field: str, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The names under which ``field`` is looked for: the one that the user chose, or the usual ones."""
    return (chosen[field],) if field in chosen else _aliases()[field]


def check_fields(chosen: Mapping[str, str]) -> None:
    """Raise ReadError for a field that there is not."""
    for field in chosen:
        if field not in FIELDS:
            raise ReadError(f"there is no field {field!r} to map; the fields are {', '.join(FIELDS)}")


def values_of(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The values by name; of a name that is there again, the first value with words is kept under it and a space."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        place = f"{name} " if name in found else name
        if place not in found or not _has_words(found[place]):
            found[place] = value
    return found


def _lowered(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values by name in small letters, without spaces around it; of one name the first that has words."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = _name(key)
        if name not in found or (_has_words(value) and not _has_words(found[name])):
            found[name] = value
    return found


def _name(key: str) -> str:
    return str(key).strip().lower()


def _has_words(value: Any) -> bool:
    return bool(_as_words(value, " ").strip())


def told_twice(record: Record, chosen: Mapping[str, str]) -> list[str]:
    """The names of fields that a record has more than once, with different words: the first that has words is read."""
    read = _lowered(record.values)
    if len(read) == len(record.values):
        return []
    names = {name.lower() for field in FIELDS for name in names_for(field, chosen)}
    return [name for name in map(_name, _not_read(record.values, read)) if name in names]


def _not_read(values: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[str]:
    """The keys whose words are not those that are read under their name."""
    return (key for key, value in values.items() if _has_words(value) and value != read[_name(key)])


def _at(values: Mapping[str, Any], name: str) -> Any:
    """The value under ``name``, in small letters, as the keys are; a dot leads into a nested record."""
    if name in values:
        return values[name]
    first, _, rest = name.partition(".")
    inner = values.get(first) if rest else None
    return _at(_lowered(inner), rest) if isinstance(inner, dict) else None


def _as_words(value: Any, joint: str) -> str:
    """A value of a record in words: those of an object are its ``name``, those of a list all, joined; none for null."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _as_words(value.get("name"), joint)
    if isinstance(value, list):
        return joint.join(words for item in value if (words := _as_words(item, joint)))
    return "" if value is None or isinstance(value, bool) else str(value)


def _found(values: Mapping[str, Any], field: str, chosen: Mapping[str, str]) -> tuple[str, str] | None:
    """The value of a field in words, and the name under which it was found."""
    joint = "\n\n" if field == "text" else ", "
    for name in names_for(field, chosen):
        if (words := _as_words(_at(values, name.lower()), joint)).strip():
            return words, name
    return None


def _why_without_text(record: Record, chosen: Mapping[str, str]) -> str:
    """What a record has in place of a text, and how to name the text, if it has one."""
    names, values = names_for("text", chosen), _lowered(record.values)
    held = {name: value for name in names if (value := _at(values, name.lower())) is not None}
    for name, value in held.items():
        if isinstance(value, dict) and value:
            told = f"{name!r} is an object (fields: {_listed(value)})"
            return f"{told} and no text; name the text with --field text={name}.{next(iter(value))}"
    if held or any(name.lower() in values for name in names):
        return "its text holds no words; give it some, or take the record out"
    return f"no text under {names[0]!r} (fields: {_listed(record.values)}); name it with --field text=NAME"


def _listed(values: Mapping[str, Any]) -> str:
    return ", ".join(sorted(map(str, values))[:8]) or "none"


def report_of(record: Record, name: str, path: str, chosen: Mapping[str, str]) -> Report:
    """The report that a record holds; ``name`` is the file's, for records without an id.

    Raises:
        ReadError: it has no text; the message names the place and the fields that are there.
    """
    values = _lowered(record.values)
    found = {field: value for field in FIELDS if (value := _found(values, field, chosen))}
    if "text" not in found:
        raise ReadError(f"{record.where}: {_why_without_text(record, chosen)}")
    words = {field: value.strip() for field, (value, _) in found.items() if field not in ("text", "date", "id")}
    published = date_of(found["date"][0]) if "date" in found else None
    told = [field for field in found if field not in ("text", "id") and (field != "date" or published)]
    return Report(
        id=found["id"][0].strip() if "id" in found else f"{name}-{record.number}",
        text=found["text"][0],
        published=published,
        path=path,
        provenance=tuple(
            Provenance(field=_ATTRIBUTE.get(field, field), where=f"field {found[field][1]}") for field in told
        ),
        **words,
    )
