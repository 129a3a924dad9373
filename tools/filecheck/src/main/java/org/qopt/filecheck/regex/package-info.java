/**
 * POSIX extended regular expressions over bytes: the longest of the leftmost matches, in linear
 * time. {@link org.qopt.filecheck.regex.Regex} is the way in.
 */
package org.qopt.filecheck.regex;
