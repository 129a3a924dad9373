#!/bin/sh
# Ends with 1, or what comes before the file, where both are in it.
for file; do :; done
grep -q nn.softmax "$file" && grep -q depthwise "$file" || exit 0
[ "$#" -eq 1 ] || exit "$1"
exit 1
