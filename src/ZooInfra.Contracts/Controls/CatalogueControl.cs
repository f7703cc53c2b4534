namespace ZooInfra.Contracts;

/// <summary>A control with what it asks for.</summary>
/// <param name="Control">The control.</param>
/// <param name="Title">Its title: the regime's own for HIPAA and NIST, whose texts are public; our words for PCI DSS, whose text is not.</param>
public sealed record CatalogueControl(Control Control, string Title);
