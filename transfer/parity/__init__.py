"""Whether this site has all that another one published: each address, each entry of each feed."""
