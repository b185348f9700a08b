"""Moving out: everything that this site has, in the forms of others."""
