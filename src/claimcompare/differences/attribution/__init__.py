"""Attribution: who says it."""
