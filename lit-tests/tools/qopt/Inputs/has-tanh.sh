#!/bin/sh
grep -q tanh "$1"
