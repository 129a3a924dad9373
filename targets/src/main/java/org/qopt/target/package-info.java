/** Targets: what a program can be legalized for. Each is a package beside this one. */
package org.qopt.target;
