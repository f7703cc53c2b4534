namespace Pulumi;

/// <summary>How a resource of a provider is managed.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether the old resource is deleted before its replacement is made; the provider's choice when null.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs to be treated as secrets.</summary>
    public List<string> AdditionalSecretOutputs { get => _additionalSecretOutputs ??= []; set => _additionalSecretOutputs = value; }

    /// <summary>The id of an existing resource that the stack takes over.</summary>
    public string? ImportId { get; set; }

    /// <summary>For provider resources: environment variables of the provider, by the names it sees, and the names to read them from.</summary>
    public Dictionary<string, string> EnvVarMappings { get => _envVarMappings ??= []; set => _envVarMappings = value; }

    /// <summary>The settings of both: single values of the second win, lists are appended.</summary>
    /// <param name="options1">The first.</param>
    /// <param name="options2">The second.</param>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var result = new CustomResourceOptions();
        result.Add(options1);
        result.Add(options2);
        return result;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private void Add(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Apply(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        ImportId = other.ImportId ?? ImportId;
        _additionalSecretOutputs = Appended(_additionalSecretOutputs, other._additionalSecretOutputs);
        foreach (var (name, source) in other._envVarMappings ?? [])
        {
            EnvVarMappings[name] = source;
        }
    }
}
