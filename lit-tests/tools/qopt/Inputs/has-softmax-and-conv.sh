#!/bin/sh
# Ends with 1, or what comes before the file, where both are in it. Starts no program, since it is started often itself.
for file; do :; done
softmax=false
convolution=false
while read -r line; do
  case $line in
    *nn.softmax*) softmax=true ;;
    *depthwise*) convolution=true ;;
  esac
done <"$file"
$softmax && $convolution || exit 0
[ "$#" -eq 1 ] || exit "$1"
exit 1
