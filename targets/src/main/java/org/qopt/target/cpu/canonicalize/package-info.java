/**
 * The pass {@code canonicalize-cpu}: operations of the dialect that another one does besides, or
 * that do nothing. No pattern changes a bit of any result.
 */
package org.qopt.target.cpu.canonicalize;
