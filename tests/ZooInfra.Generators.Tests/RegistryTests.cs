namespace ZooInfra.Generators.Tests;

public sealed class RegistryTests
{
    [Fact]
    public void Clients_are_listed_in_ordinal_order_of_their_ids()
    {
        using var program = new LoadedProject(new TestProject(
            Source.Client("", "\"b\""),
            Source.Client("", "\"a_1\"").Replace("class C ", "class D ", StringComparison.Ordinal),
            Source.Client("", "\"A_0\"").Replace("class C ", "class E ", StringComparison.Ordinal)));

        Assert.Equal(["A_0", "a_1", "b"], program.Clients().Select(client => LoadedProject.Get<string>(client, "Id")));
    }

    [Fact]
    public void Clients_of_two_assemblies_make_one_platform()
    {
        using var program = new LoadedProject(
            new TestProject("East", "East", [], [Source.Acme]),
            new TestProject("West", "West", [], [Source.BigGov]));

        var clientType = program.ZooInfra.GetType("ZooInfra.Client")!;
        var all = Array.CreateInstance(clientType, 2);
        all.SetValue(program.Clients(1).Single(), 0);
        all.SetValue(program.Clients(0).Single(), 1);
        var platform = Activator.CreateInstance(program.ZooInfra.GetType("ZooInfra.Platform")!, all)!;

        var ids = LoadedProject.Get<System.Collections.IEnumerable>(platform, "Clients").Cast<object>().Select(client => LoadedProject.Get<string>(client, "Id"));
        Assert.Equal(["acme_corp", "biggov"], ids);
    }

    [Theory]
    [InlineData("Stacks", "Stacks.ZooClients")]
    [InlineData("my-app.2.class", "my_app._2.class.ZooClients")]
    [InlineData("", "Clients.ZooClients")]
    [InlineData("  ", "Clients.ZooClients")]
    [InlineData(null, "Clients.ZooClients")]
    public void Registry_lives_in_the_root_namespace(string? rootNamespace, string type)
    {
        using var program = new LoadedProject(new TestProject("Clients", rootNamespace, [], [Source.BigGov]));

        Assert.NotNull(program.Assemblies[0].GetType(type));
    }

    [Fact]
    public void Assembly_without_clients_has_an_empty_registry()
    {
        using var program = new LoadedProject(new TestProject("class Nothing;"));

        Assert.Empty(program.Clients());
    }

    [Fact]
    public void Assembly_that_does_not_know_clients_gets_nothing()
    {
        var project = new TestProject("class Nothing;");
        var compilation = project.Compilation.WithReferences(Sdk.Framework);
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create(new ClientGenerator()).RunGenerators(compilation);

        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }
}
