/** The folder of a run: written once, read again by --resume and merge, and believed in nothing. */
package tp6.grader.store;
