/**
 * What targets export, run by the runtime that it was written for, and compared with what the
 * interpreter makes of the program.
 */
package org.qopt.peers.export;
