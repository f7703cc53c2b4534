using ZooInfra.Pulumi.Bench;

// startup FOLDER: FOLDER holds the published ZooInfra.Pulumi.Bench.dll and ZooInfra.Empty.Bench.dll.
// registrations: 10,000 registrations against a monitor in this process, with and without the wire.
// program: the client that startup starts; it needs an engine.
return args switch
{
    ["program"] => await ClientProgram.RunAsync(),
    ["startup", var folder] => await StartUp.RunAsync(folder),
    ["registrations"] => await Registrations.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ZooInfra.Pulumi.Bench startup FOLDER | registrations");
    return 2;
}
