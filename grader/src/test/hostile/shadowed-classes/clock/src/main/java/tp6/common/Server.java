package tp6.common;

/** Promises nothing. */
public interface Server {}
