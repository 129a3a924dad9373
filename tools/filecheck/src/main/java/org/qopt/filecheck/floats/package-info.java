/** Floating-point numbers in texts, and when two of them are near. */
package org.qopt.filecheck.floats;
