/** {@code cse}: computes nothing twice. */
package org.qopt.passes.cse;
