using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;

namespace ZooInfra.Roslyn;

/// <summary>How a diagnostic carries the edit that mends it to the code fix.</summary>
internal static class FixProperties
{
    private const string Kind = "FixKind";
    private const string Text = "FixText";
    private const string Title = "FixTitle";

    public static ImmutableDictionary<string, string?> Of(RuleFix fix)
        => ImmutableDictionary<string, string?>.Empty.Add(Kind, fix.Kind.ToString()).Add(Text, fix.Text).Add(Title, fix.Title);

    /// <summary>The edit that <paramref name="diagnostic"/> carries; null when it carries none.</summary>
    public static RuleFix? Read(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(Kind, out var kind) && Enum.TryParse<RuleFixKind>(kind, out var parsed)
            ? new(parsed, diagnostic.Properties[Text]!, diagnostic.Properties[Title]!)
            : null;
}
