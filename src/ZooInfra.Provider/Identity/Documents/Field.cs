using ZooInfra.Protocol;

namespace ZooInfra.Provider.Identity.Documents;

/// <summary>A property of a document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it can be.</param>
/// <param name="Default">What it is when it is not given; null when it may be left out.</param>
/// <param name="Required">Whether it must be given.</param>
internal sealed record Field(string Name, FieldType Type, PropertyValue? Default = null, bool Required = false);
