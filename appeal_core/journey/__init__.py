"""What a person does, strung together once for the pages and for the command line alike."""
