"""What search engines read to find every page: sitemaps (https://www.sitemaps.org/protocol.html)."""
