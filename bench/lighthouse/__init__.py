"""What Lighthouse, as on a phone, says of every kind of page: `make lighthouse`."""
