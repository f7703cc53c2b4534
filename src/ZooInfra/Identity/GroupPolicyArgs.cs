using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="GroupPolicy"/>.</summary>
public sealed class GroupPolicyArgs : ResourceArgs
{
    /// <summary>Its name, which is that of its file.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The entries that it is linked to.</summary>
    [Input("units", required: true)]
    public InputList<string> Units { get; set; } = new();

    /// <summary>Whether a unit below cannot block it; false when it is not given.</summary>
    [Input("enforced")]
    public Input<bool>? Enforced { get; set; }

    /// <summary>What it sets.</summary>
    [Input("settings", required: true)]
    public InputList<PolicySettingArgs> Settings { get; set; } = new();
}
