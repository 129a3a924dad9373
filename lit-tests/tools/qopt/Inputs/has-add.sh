#!/bin/sh
grep -q other.add "$1"
