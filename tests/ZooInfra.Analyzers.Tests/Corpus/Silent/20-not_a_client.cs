// No client at all: a helper project with attributes of its own called Sla and Signal, and a stack that uses Pulumi without ZooInfra.
using Pulumi;

namespace Monitoring;

[AttributeUsage(AttributeTargets.Class)]
public sealed class SlaAttribute(double availability) : Attribute
{
    public double Availability { get; } = availability;

    public string? PatchWindows { get; set; }
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SignalAttribute(string source) : Attribute
{
    public string Source { get; } = source;
}

[Sla(99.999, PatchWindows = "25:00-99:00")]
[Signal("nothing")]
public sealed class Dashboard
{
    public const string Spf = "v=spf1 +all";

    public string PrivateNote => "private";
}

public sealed class Bucket(string name, CustomResourceOptions? options = null) : CustomResource("demo:storage:Bucket", name, null, options);

public sealed class StorageStack : Stack
{
    public StorageStack()
    {
        var logs = new Bucket("logs");
        Url = logs.Urn.Apply(urn => $"https://storage.example/{urn}");
    }

    [Output("url")]
    public Output<string> Url { get; private set; }
}
