using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource as a test sees it.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The inputs that are known and not null; secrets as plain values.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The reference of the provider; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource that is read or imported; empty for a new one.</summary>
    public string? Id { get; set; }
}

/// <summary>A call as a test sees it.</summary>
public class MockCallArgs
{
    /// <summary>The function or method.</summary>
    public string? Token { get; set; }

    /// <summary>The inputs that are known and not null; secrets as plain values.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The reference of the provider; empty for the default one.</summary>
    public string? Provider { get; set; }
}

/// <summary>The outputs of a component as a test sees them.</summary>
/// <param name="urn">The component.</param>
/// <param name="outputs">Its outputs.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>The component.</summary>
    public readonly string Urn = urn;

    /// <summary>Its outputs.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
