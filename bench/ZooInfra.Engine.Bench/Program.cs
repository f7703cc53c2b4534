using System.Globalization;
using ZooInfra.Engine.Bench;

// What a run costs: a program of N resources, a provider that does nothing, state and journal on disk; then whole commands of zoo beside those of
// terraform. Every run is a process of its own. Published for a runtime identifier, everything is compiled ahead of time.
// Usage: dotnet run -c Release --project bench/ZooInfra.Engine.Bench [--terraform-up-to N] [N ...]
if (args is ["child", ..])
{
    return await Child.RunAsync(args[1..]);
}

var limit = args is ["--terraform-up-to", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 2_000;
var sizes = args.Skip(args is ["--terraform-up-to", ..] ? 2 : 0).Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
Table.Head();
foreach (var size in sizes.Length > 0 ? sizes : [200, 2_000, 10_000, 50_000])
{
    Table.Measure($"{size} independent", "independent", size, "up", "preview", "up again", "destroy");
    Table.Measure($"{size} over gRPC", "wire", size, "up", "preview", "up again", "destroy");
}

if (sizes.Length == 0)
{
    Table.Measure("chain of 1000", "chain", 1_000, "up", "preview", "up again", "destroy");
    Table.Measure("fleet of 100 x 20", "fleet", 100, "preview new", "up", "preview");
}

foreach (var size in (sizes.Length > 0 ? sizes : [200, 2_000, 10_000]).Where(size => size <= limit))
{
    Table.Measure($"zoo, {size}", "zoo", size, "up", "preview", "preview", "preview", "up again", "destroy");
    if (Terraform.Path is not null)
    {
        Terraform.Measure(size);
    }
}

return 0;
