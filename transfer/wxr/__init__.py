"""What a WordPress site exports: WXR, RSS 2.0 with extensions of its own."""
