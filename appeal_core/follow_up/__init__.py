"""What follows a sending: Amazon's replies, the clocks, the next letter."""
