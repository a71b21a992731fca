"""Nouns in the plural → in the singular."""

from claimcompare.lexicons import rows


def singular(form: str) -> str:
    """The singular of a noun in small letters; a word that is no plural stays as it is."""
    if form in rows("irregular_plurals"):
        return rows("irregular_plurals")[form]
    if form.endswith("men"):
        return form[:-2] + "an"
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("ses", "xes", "ches", "shes")) and not form.endswith(("rses", "nses")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form
