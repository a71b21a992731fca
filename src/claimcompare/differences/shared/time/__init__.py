"""What dates name, which verbs they date, and whether two times can be one."""
