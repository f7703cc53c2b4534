using Pulumi;

namespace ZooInfra.Identity;

/// <summary>One registry value that a group policy sets: a number or a text.</summary>
public sealed class PolicySettingArgs : ResourceArgs
{
    /// <summary><c>computer</c> or <c>user</c>.</summary>
    [Input("scope", required: true)]
    public Input<string> Scope { get; set; } = null!;

    /// <summary>The registry key below HKLM or HKCU, with backslashes.</summary>
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    /// <summary>The name of the value.</summary>
    [Input("value", required: true)]
    public Input<string> Value { get; set; } = null!;

    /// <summary>The REG_DWORD, 0 to 4294967295.</summary>
    [Input("number")]
    public Input<double>? Number { get; set; }

    /// <summary>The REG_SZ.</summary>
    [Input("text")]
    public Input<string>? Text { get; set; }
}
