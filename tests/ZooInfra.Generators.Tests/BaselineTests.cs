using System.Runtime.CompilerServices;

namespace ZooInfra.Generators.Tests;

/// <summary>Generated text, exactly. <c>ZOO_UPDATE_BASELINES=1</c> writes the files anew; the test then fails, so that nobody leaves it on.</summary>
public sealed class BaselineTests
{
    [Theory]
    [InlineData("Stacks.AcmeCorp")]
    [InlineData("BigGov")]
    [InlineData("ZooClients")]
    public void Generated_source_is(string name)
    {
        var generated = new TestProject("Clients", "Stacks", [new("biggov.contract.yaml", Source.BigGovFile)], [Source.Acme, Source.BigGov]).Generate();
        var text = generated.Single(file => file.Key.StartsWith(name + ".", StringComparison.Ordinal)).Value;
        if (Environment.GetEnvironmentVariable("ZOO_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(Here())!, "Baselines", name + ".txt"), text);
            Assert.Fail("The baseline was written. Read the difference, then run without ZOO_UPDATE_BASELINES.");
        }

        Assert.Equal(Sdk.Resource($"Baselines/{name}.txt"), text);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
