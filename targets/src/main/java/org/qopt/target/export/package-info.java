/** Forms of a target's programs that runtimes and compilers outside of this project take. */
package org.qopt.target.export;
