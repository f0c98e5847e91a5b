package tp6.common;

class More {}
