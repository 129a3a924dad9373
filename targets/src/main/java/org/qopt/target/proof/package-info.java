/** What is proved of programs of any target. */
package org.qopt.target.proof;
