"""Answer sheets that came back as pictures: found, straightened and read, each page accounted for."""
