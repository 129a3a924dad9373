/**
 * Measuring: programs are run as whole processes, ours and another one in turn, and what they took
 * is held against what is required.
 */
package org.qopt.bench.measure;
