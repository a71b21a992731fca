"""Claims → features: what is known of a claim before it is compared, one module a kind."""
