namespace ZooInfra.Protocol;

/// <summary>
/// The name of a resource: <c>urn:pulumi:STACK::PROJECT::QUALIFIED-TYPE::NAME</c>, where the qualified type chains the types of the
/// parents with <c>$</c> (protocol facts, section 4.1).
/// </summary>
public readonly record struct ResourceUrn
{
    private const string Prefix = "urn:pulumi:";

    private ResourceUrn(string text, string stack, string project, string qualifiedType, string name)
        => (Text, Stack, Project, QualifiedType, Name, Type) = (text, stack, project, qualifiedType, name, qualifiedType[(qualifiedType.LastIndexOf('$') + 1)..]);

    /// <summary>The type of the root resource of every stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    /// <summary>The whole URN.</summary>
    public string Text { get; }

    /// <summary>The stack.</summary>
    public string Stack { get; }

    /// <summary>The project.</summary>
    public string Project { get; }

    /// <summary>The types of the parents and of the resource, joined by <c>$</c>.</summary>
    public string QualifiedType { get; }

    /// <summary>The name of the resource.</summary>
    public string Name { get; }

    /// <summary>The type token of the resource.</summary>
    public string Type { get; }

    /// <summary>The URN of a resource in a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="project">The project.</param>
    /// <param name="parent">The parent; null, like a stack, adds nothing to the qualified type.</param>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name.</param>
    public static ResourceUrn Create(string stack, string project, ResourceUrn? parent, string type, string name)
    {
        var qualified = parent is { } p && p.QualifiedType != StackType ? $"{p.QualifiedType}${type}" : type;
        return new($"{Prefix}{stack}::{project}::{qualified}::{name}", stack, project, qualified, name);
    }

    /// <summary>Reads a URN; null when the text is none.</summary>
    public static ResourceUrn? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[Prefix.Length..].Split("::", 4);
        return parts.Length == 4 && parts[2].Length > 0 ? new(text, parts[0], parts[1], parts[2], parts[3]) : null;
    }

    /// <summary>Whether it is the same text, which has all the rest.</summary>
    public bool Equals(ResourceUrn other) => Text == other.Text;

    /// <summary>The hash of the text.</summary>
    public override int GetHashCode() => Text is null ? 0 : Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The whole URN.</summary>
    public override string ToString() => Text;
}
