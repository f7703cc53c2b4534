namespace Pulumi;

/// <summary>Marks a property of a resource that the engine or the provider fills.</summary>
/// <param name="name">The name on the wire; the name of the property when missing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string? Name { get; } = name;
}

/// <summary>Marks a member of an args class that is sent to the provider.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="required">Whether null is an error.</param>
/// <param name="json">Whether the value is sent as JSON text.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}

/// <summary>Marks a class that is made from an object in a resource's outputs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;

/// <summary>Marks the constructor that makes an output type.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;

/// <summary>Gives a parameter of an output type's constructor its name on the wire.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}

/// <summary>Marks a struct that is an enumeration of strings or numbers.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;

/// <summary>Names the property that tells the cases of a union apart.</summary>
/// <param name="propertyName">The property's name on the wire.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>The property's name on the wire.</summary>
    public string PropertyName { get; } = propertyName;
}

/// <summary>One case of a union.</summary>
/// <param name="tag">The value of the discriminator.</param>
/// <param name="type">The class of the case.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>The value of the discriminator.</summary>
    public string Tag { get; } = tag;

    /// <summary>The class of the case.</summary>
    public Type Type { get; } = type;
}

/// <summary>Says which resource type a class stands for, so that references to such resources come back as this class.</summary>
/// <param name="type">The type token, <c>package:module:Type</c>.</param>
/// <param name="version">The version of the package; null for any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the package.</summary>
    public string? Version { get; } = version;
}
